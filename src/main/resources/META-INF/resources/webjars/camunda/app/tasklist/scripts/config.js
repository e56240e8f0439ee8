// Tasklist asks for this file at its start; ./language.js names the language the person chose in the console.
import language from './language.js';

document.documentElement.lang = language;

// Parts of Tasklist read their labels before a slow network has brought them; those it kept from last time it has at hand.
const folder = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
const labels = await fetch(`${folder}${language}.json`);
const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
kept[`${folder}_locales_data_${language}_${window.bust}`] = await labels.text();
localStorage.setItem('camunda-web', JSON.stringify(kept));

// And none of its parts is given up because it comes late.
window.require.config({ waitSeconds: 0 });

// The engine's own sign-in knows nobody: where a session has ended before these pages notice, the way leads to the console's.
const leaveTheirSignIn = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(document.querySelector('base').getAttribute('app-root') + '/app/tasklist/default/');
  }
};
window.addEventListener('hashchange', leaveTheirSignIn);
leaveTheirSignIn();

const say = (english, chinese) => (language === 'zh-CN' ? chinese : english);

export default {
  app: { name: say('Tasklist', '任务列表'), vendor: 'Gatehouse' },
  dateFormat: { monthName: 'MMM', day: 'DD', abbr: 'lll', normal: 'YYYY-MM-DD HH:mm', long: 'LLLL', short: 'LL' },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['gatehouse/console'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: say('claims the currently selected task', '认领所选任务') },
    focusFilter: { key: 'ctrl+shift+f', description: say('sets the focus to the first filter in the list', '转到第一个筛选器') },
    focusList: { key: 'ctrl+alt+l', description: say('sets the focus to the first task in the list', '转到列表中的第一个任务') },
    focusForm: { key: 'ctrl+alt+f', description: say('sets the focus to the first input field in a task form', '转到表单的第一个输入框') },
    startProcess: { key: 'ctrl+alt+p', description: say('opens the start process dialog', '打开发起流程的对话框') }
  }
};
