// Draws the model that ran, with the path taken, the people and the times on it. Without script the path stands there in words.

// The content policy refuses the inline styles of bpmn-js, and case.css takes their place: leave them out before the browser complains.
const html = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
Object.defineProperty(Element.prototype, "innerHTML", {
  ...html,
  set(text) {
    html.set.call(this, String(text).replace(/ style="[^"]*"/g, ""));
  },
});

for (const name of ["setAttribute", "setAttributeNS"]) {
  const set = Element.prototype[name];
  Element.prototype[name] = function (...given) {
    if (given.at(-2) === "style") this.style.cssText = given.at(-1);
    else set.apply(this, given);
  };
}

const small = (element, name) => element.querySelector(name)?.textContent ?? "";

// the last time an element was reached says how it stands
const steps = (figure) => {
  const reached = new Map();
  figure.querySelectorAll("[data-element]").forEach((it) => {
    reached.set(it.dataset.element, {
      state: it.dataset.state,
      task: it.dataset.task === "true",
      who: small(it, ".gh-path-who"),
      when: small(it, ".gh-path-when"),
    });
  });
  if (figure.dataset.end && !reached.has(figure.dataset.end)) reached.set(figure.dataset.end, { state: "done" });
  return reached;
};

const note = (step) => {
  const box = document.createElement("div");
  box.className = `gh-path-note is-${step.state}`;
  for (const text of [step.who, step.when]) {
    const line = document.createElement("span");
    line.textContent = text;
    box.append(line);
  }
  return box;
};

// of a delivery only its end is kept, and what it called: where one way alone leads there, that was the way
const lead = (elements, reached, end) => {
  let at = elements.get(end);
  while (at?.incoming?.length === 1) {
    at = at.incoming[0].source;
    if (reached.has(at.id)) return;
    reached.set(at.id, { state: "done" });
  }
};

const mark = (viewer, reached, end, called) => {
  const canvas = viewer.get("canvas");
  const overlays = viewer.get("overlays");
  const elements = viewer.get("elementRegistry");
  if (reached.size === 0 && called) {
    const caller = elements.find((it) => it.businessObject?.calledElement === called);
    if (caller) {
      lead(elements, reached, caller.id);
      reached.set(caller.id, { state: "open" });
    }
  }
  if (reached.size === 1 && end) lead(elements, reached, end);
  reached.forEach((step, id) => {
    const element = elements.get(id);
    if (!element) return;
    canvas.addMarker(id, id === end ? "gh-path-end" : `gh-path-${step.state}`);
    if (step.task) overlays.add(id, { position: { top: -31, left: (element.width - 150) / 2 }, html: note(step) });
  });
  elements.filter((it) => it.waypoints && it.source && it.target).forEach((flow) => {
    const from = reached.get(flow.source.id);
    if (from && from.state === "done" && reached.has(flow.target.id)) canvas.addMarker(flow.id, "gh-path-done");
  });
};

const fit = (viewer, place, full) => {
  const canvas = viewer.get("canvas");
  const box = canvas.viewbox().inner;
  const margin = 44;
  const scale = full ? 1 : Math.min(1, (place.clientWidth - 2 * margin) / box.width);
  place.style.height = `${Math.max(180, box.height * scale + 2 * margin)}px`;
  canvas.resized();
  canvas.viewbox({
    x: full ? box.x - margin : box.x - (place.clientWidth / scale - box.width) / 2,
    y: box.y - margin / scale,
    width: place.clientWidth / scale,
    height: place.clientHeight / scale,
  });
};

const draw = async (figure) => {
  const model = await fetch(figure.dataset.model);
  if (!model.ok) return;
  const place = document.createElement("div");
  place.className = "gh-path-canvas";
  figure.append(place);
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(await model.text());
  viewer.get("zoomScroll").toggle?.(false);
  mark(viewer, steps(figure), figure.dataset.end, figure.dataset.called);
  figure.classList.add("is-drawn");
  fit(viewer, place, false);
  const button = figure.closest(".gh-card")?.querySelector("[data-full-size]");
  if (button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const full = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(full));
      fit(viewer, place, full);
    });
  }
};

document.querySelectorAll("figure.gh-path").forEach((figure) => {
  draw(figure).catch(() => figure.querySelector(".gh-path-canvas")?.remove());
});
