// Keys of the review pages: J K walk, A approves, R rejects and asks for the reason, N goes to the next request,
// P shows pictures large, Ctrl+Enter decides; in the queue X chooses and Enter opens.

const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");
const lines = [...document.querySelectorAll("[data-row], .gh-change")];
const form = document.getElementById("decide");
let at = -1;

const go = (step) => {
  if (lines.length === 0) return;
  lines[at]?.classList.remove("is-at");
  at = Math.min(Math.max(at + step, 0), lines.length - 1);
  lines[at].classList.add("is-at");
  lines[at].tabIndex = -1;
  lines[at].focus({ preventScroll: true });
  lines[at].scrollIntoView({ block: "nearest" });
};

// a rejected item needs its reason: the field shows up beneath it
const tally = () => {
  const count = (kind) => document.querySelectorAll(`.gh-verdict .${kind}:checked`).length;
  const items = document.querySelectorAll(".gh-verdict").length;
  const [yes, no] = [count("is-yes"), count("is-no")];
  const show = (name, number) => document.querySelectorAll(`[data-tally=${name}]`).forEach((it) => { it.textContent = number; });
  show("yes", yes);
  show("no", no);
  show("open", items - yes - no);
  const main = document.querySelector("[data-decide-label]");
  if (main) {
    const pattern = items - yes - no > 0 ? main.dataset.decideLabel : main.dataset.decideAll;
    main.textContent = pattern.replace("{0}", yes + no).replace("{1}", items - yes - no);
  }
  document.querySelectorAll(".gh-change").forEach((line) => {
    const reason = line.querySelector(".gh-reason");
    if (reason) reason.hidden = !line.querySelector(".is-no:checked");
  });
};

const choose = (line, kind) => {
  const radio = line?.querySelector(`.gh-verdict .${kind}`);
  if (!radio) return false;
  radio.checked = true;
  tally();
  return true;
};

document.addEventListener("change", (event) => {
  if (event.target.closest(".gh-verdict")) tally();
});
document.addEventListener("click", (event) => {
  const group = event.target.closest("[data-approve-group]");
  if (!group) return;
  group.closest(".gh-group").querySelectorAll(".gh-verdict .is-yes").forEach((it) => { it.checked = true; });
  tally();
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && form) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-decide-label]") ?? form.querySelector("[data-approve]"));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const line = lines[at];
  switch (event.key.toLowerCase()) {
    case "j": go(1); break;
    case "k": go(-1); break;
    case "a":
      if (!choose(line, "is-yes")) form?.querySelector("[data-approve]")?.focus();
      break;
    case "r":
      if (choose(line, "is-no")) line.querySelector(".gh-reason input")?.focus();
      else form?.querySelector("[data-note]")?.focus();
      event.preventDefault();
      break;
    case "p": document.querySelector(".gh-page").classList.toggle("is-large"); break;
    case "n": document.querySelector("[data-next]")?.click(); break;
    case "x": line?.querySelector("input[type=checkbox]:not(:disabled)")?.click(); break;
    case "enter": if (event.target === line) line?.querySelector("[data-open]")?.click(); break;
  }
});

if (document.querySelector(".gh-verdict")) tally();
