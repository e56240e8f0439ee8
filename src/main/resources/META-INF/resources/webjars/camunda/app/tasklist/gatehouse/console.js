// Ties Tasklist to the console: a link back, and one sign-in and sign-out for both.
import language from '../scripts/language.js';
import { speak } from './forms.js';
import { tellRefusalsAtFields } from './refusals.js';

const tasklist = document.querySelector('base').getAttribute('app-root');
const console = tasklist.replace(/\/camunda$/, '') + '/';

speak(language);
tellRefusalsAtFields();

let leaving = false;

function leave(event, address) {
  event.preventDefault();
  if (!leaving) {
    leaving = true;
    window.location.assign(address);
  }
}

export default {
  id: 'gatehouse-console',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(place, _plugin, scope) {
    const link = document.createElement('a');
    link.href = console;
    link.target = '_self';
    link.textContent = language === 'zh-CN' ? '返回控制台' : 'Back to the console';
    place.append(link);

    scope.$root.$on('authentication.logout.success', event => leave(event, console + 'sign-in?out'));
    scope.$root.$on('authentication.login.required', event => leave(event, tasklist + '/app/tasklist/default/'));
  }
};
