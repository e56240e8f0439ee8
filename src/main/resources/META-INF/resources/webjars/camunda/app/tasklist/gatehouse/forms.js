// What the library of the forms says by itself is English; here it is said in Chinese.
const SAYINGS = [
  [/^Field is required\.$/, () => '此项必填。'],
  [/^Field must have minimum length of (\d+)\.$/, least => `至少 ${least} 个字符。`],
  [/^Field must have maximum length of (\d+)\.$/, most => `最多 ${most} 个字符。`],
  [/^Field must have minimum value of (.+)\.$/, least => `不得小于 ${least}。`],
  [/^Field must have maximum value of (.+)\.$/, most => `不得大于 ${most}。`],
  [/^Field must match pattern .*$/, () => '含有此处不允许的字符。'],
  [/^Value is not a number\.$/, () => '请输入数字。'],
  [/^Select$/, () => '请选择']
];

function say(text) {
  if (!text.parentElement?.closest('.fjs-container')) {
    return;
  }
  for (const [english, chinese] of SAYINGS) {
    const found = english.exec(text.data);
    if (found) {
      text.data = chinese(...found.slice(1));
      return;
    }
  }
}

function sayAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    say(node);
    return;
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    say(texts.currentNode);
  }
}

export function speakChinese() {
  new MutationObserver(changes =>
    changes.forEach(it => (it.type === 'characterData' ? say(it.target) : it.addedNodes.forEach(sayAll)))
  ).observe(document.body, { childList: true, characterData: true, subtree: true });
}
