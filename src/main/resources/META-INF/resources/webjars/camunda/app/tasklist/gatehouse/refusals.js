// Tasklist tells a refusal above the form; what is about a field is told at that field, too.
const MARK = 'gatehouse-refusal';

function fieldOf(form, key) {
  const id = new RegExp(`-${key}(-\\d+)?$`, 'i');
  return [...form.querySelectorAll('.fjs-form-field')].find(field =>
    [...field.querySelectorAll('input, textarea, [role=combobox]')].some(it => id.test(it.id))
  );
}

function tell(field, sentence) {
  const told = document.createElement('div');
  told.className = `fjs-form-field-error ${MARK}`;
  told.textContent = sentence;
  field.append(told);
  field.addEventListener('input', () => told.remove(), { once: true });
}

function tellAtFields(answer) {
  document.querySelectorAll(`.${MARK}`).forEach(it => it.remove());
  const form = [...document.querySelectorAll('.fjs-container')].pop();
  if (answer.status !== 409 || !form) {
    return;
  }
  const refused = Object.entries(JSON.parse(answer.responseText).fields ?? {})
    .map(([key, sentence]) => [fieldOf(form, key), sentence])
    .filter(([field]) => field);
  refused.forEach(([field, sentence]) => tell(field, sentence));
  refused[0]?.[0].querySelector('input, textarea')?.focus();
}

export function tellRefusalsAtFields() {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...others) {
    if (method === 'POST' && /\/(submit-form|complete)$/.test(address)) {
      this.addEventListener('load', () => tellAtFields(this));
    }
    return open.call(this, method, address, ...others);
  };
}
