// Looks whether the page can be shown again: less and less often, never while nobody looks, and each browser at a time of
// its own, so that not all come back at the same moment.

const status = document.querySelector("[data-away]");
status.hidden = false;

const seconds = [4, 6, 9, 13, 20, 30];
let round = 0;

const later = () => {
  const wait = seconds[Math.min(round++, seconds.length - 1)] * (0.8 + Math.random() * 0.4);
  setTimeout(look, wait * 1000);
};

const look = () => {
  if (document.hidden) {
    document.addEventListener("visibilitychange", look, { once: true });
    return;
  }
  fetch(location.href, { method: "HEAD", cache: "no-store", redirect: "manual", headers: { Accept: "text/html" } })
    .then((reply) => reply.status === 503 ? later() : location.reload(), later);
};

later();
