// Small helps of the console; every page works without them.

const root = document.documentElement;

// light and dark, remembered for a year
document.querySelector("[data-theme-switch]")?.addEventListener("click", (event) => {
  event.preventDefault();
  const theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
  root.dataset.bsTheme = theme;
  document.cookie = `gatehouse-theme=${theme};path=/;max-age=31536000;samesite=lax`;
});

// menus close by a click elsewhere and by Escape
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.gh-drop[open], details.gh-why[open]").forEach((it) => {
    if (!it.contains(event.target)) it.open = false;
  });
  const button = event.target.closest("[aria-disabled=true]");
  if (button) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.gh-drop[open], details.gh-why[open]").forEach((it) => {
    it.open = false;
    it.querySelector("summary")?.focus();
  });
});

// who opens a menu that can be searched types at once
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details.gh-drop[open]")) event.target.querySelector("[type=search]")?.focus();
}, true);

// data-copy="some text": copies it
document.addEventListener("click", (event) => {
  const copy = event.target.closest("[data-copy]");
  if (!copy) return;
  navigator.clipboard?.writeText(copy.dataset.copy).then(() => copy.classList.add("is-copied"));
});

// data-print: prints the page
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// data-submit-on-change: sends its form when it changes
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// data-check-all="name": checks all boxes of that name in the form, and data-chosen shows how many are checked
const boxes = (form, name) => [...form.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form) return;
  const all = event.target.closest("[data-check-all]");
  if (all) boxes(form, all.dataset.checkAll).forEach((it) => { it.checked = all.checked; });
  form.querySelectorAll("[data-chosen]").forEach((it) => {
    const count = boxes(form, it.dataset.chosen).filter((box) => box.checked).length;
    it.querySelector("[data-count]").textContent = count;
    it.hidden = count === 0;
  });
});

// a form is sent once
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || form.hasAttribute("data-again")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 5000);
});
