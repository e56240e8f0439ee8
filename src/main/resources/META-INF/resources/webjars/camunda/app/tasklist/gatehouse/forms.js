// What the library of the forms says by itself is English and shows regular expressions; here it is said to people.
const RULES = {
  '^[A-Za-z0-9_\\-]{1,32}$': ['Use 1 to 32 letters, digits, _ or -, for example 1900012345.', '请填写 1 至 32 个字母、数字、_ 或 -，例如 1900012345。'],
  '^[A-Za-z0-9_\\-]{1,64}$': ['Use 1 to 64 letters, digits, _ or -, for example wx7f20c4a19be3.', '请填写 1 至 64 个字母、数字、_ 或 -，例如 wx7f20c4a19be3。'],
  '^[A-Za-z0-9_\\-]+$': ['Use letters, digits, _ or - only, for example wx7f20c4a19be3.', '只能使用字母、数字、_ 或 -，例如 wx7f20c4a19be3。'],
  '^\\d{1,15}(\\.\\d{1,4})?$': ['Use digits, and a point with at most 4 decimal places where there are any, for example 4.99.', '请填写数字，小数用点号分隔且最多 4 位，例如 4.99。']
};
const PATTERN = /^Field must match pattern (.*)\.$/;
const ENGLISH = [
  [/^Field is required\.$/, () => 'This is required.'],
  [/^Field must have minimum length of (\d+)\.$/, least => `Use at least ${least} characters.`],
  [/^Field must have maximum length of (\d+)\.$/, most => `Use at most ${most} characters.`],
  [PATTERN, pattern => RULES[pattern]?.[0] ?? 'This is not written as it must be.']
];
const CHINESE = [
  [/^Field is required\.$/, () => '此项必填。'],
  [/^Field must have minimum length of (\d+)\.$/, least => `至少 ${least} 个字符。`],
  [/^Field must have maximum length of (\d+)\.$/, most => `最多 ${most} 个字符。`],
  [/^Field must have minimum value of (.+)\.$/, least => `不得小于 ${least}。`],
  [/^Field must have maximum value of (.+)\.$/, most => `不得大于 ${most}。`],
  [PATTERN, pattern => RULES[pattern]?.[1] ?? '格式不正确。'],
  [/^Value is not a number\.$/, () => '请输入数字。'],
  [/^Select$/, () => '请选择']
];

let sayings = ENGLISH;

function say(text) {
  if (!text.parentElement?.closest('.fjs-container')) {
    return;
  }
  for (const [said, better] of sayings) {
    const found = said.exec(text.data);
    if (found) {
      text.data = better(...found.slice(1));
      return;
    }
  }
}

// What a form leads to opens beside it: what is typed so far stays.
function openBeside(node) {
  for (const link of node.querySelectorAll?.('.fjs-container a[href]') ?? []) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

function sayAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    say(node);
    return;
  }
  openBeside(node.parentElement ?? node);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    say(texts.currentNode);
  }
}

export function speak(language) {
  sayings = language === 'zh-CN' ? CHINESE : ENGLISH;
  new MutationObserver(changes =>
    changes.forEach(it => (it.type === 'characterData' ? say(it.target) : it.addedNodes.forEach(sayAll)))
  ).observe(document.body, { childList: true, characterData: true, subtree: true });
}
