// The show: which slide is seen, keys, full screen. One function for the file and for the page.
// own: { isFile, leave(), decide(), form, closeForm() }, all but the first only over a page.
function startShow(root, own) {
  const stage = root.querySelector(".stage");
  const find = (name) => root.querySelector(name);
  const blank = find(".blank"), help = find(".help"), spoken = find(".spoken");
  const all = () => [...stage.querySelectorAll(".slide:not([hidden])")];
  let current = all()[0], still;

  function fit() {
    const scale = Math.min(root.clientWidth / 1280, root.clientHeight / 720);
    stage.style.transform = `translate(-50%, -50%) scale(${scale})`;
  }

  function show(slide, focus = true) {
    const slides = all();
    current = slide && slides.includes(slide) ? slide : slides[0];
    stage.querySelectorAll(".slide").forEach((one) => {
      const seen = one === current;
      one.classList.toggle("on", seen);
      one.setAttribute("aria-hidden", String(!seen));
    });
    slides.forEach((one, place) => {
      const page = one.querySelector("footer .page");
      if (page) page.textContent = `${place + 1} / ${slides.length}`;
    });
    spoken.querySelector("div").innerHTML = current.querySelector(".notes")?.innerHTML ?? "";
    if (own.isFile) {
      document.title = current.dataset.title;
      const address = `#${slides.indexOf(current) + 1}`;
      if (location.hash !== address) history.replaceState(null, "", address);
    }
    if (focus) current.querySelector("h1")?.focus({ preventScroll: true });
  }

  function move(by) {
    const slides = all(), place = slides.indexOf(current) + by;
    blank.hidden = true;
    show(slides[Math.max(0, Math.min(slides.length - 1, place))]);
  }

  const isFull = () => (root.getRootNode().fullscreenElement ?? document.fullscreenElement) != null;

  function full() {
    if (isFull()) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  function theme() {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  }

  // What is open goes first; then the show itself, over a page.
  function escape() {
    if (isWriting()) return own.closeForm();
    const open = [help, spoken, blank].find((one) => !one.hidden);
    if (open) open.hidden = true;
    else own.leave?.();
  }

  const isWriting = () => own.form && !own.form.hidden;
  const toggle = (one) => { one.hidden = !one.hidden; };
  const deeds = {
    next: () => move(1), back: () => move(-1),
    first: () => show(all()[0]), last: () => show(all().at(-1)),
    full, theme, escape, blank: () => toggle(blank), help: () => toggle(help),
    spoken: () => toggle(spoken), decide: () => own.decide?.(), leave: () => own.leave?.(),
  };
  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", Home: "first",
    End: "last", Escape: "escape", ".": "blank", "?": "help", KeyF: "full", KeyB: "blank",
    KeyT: "theme", KeyH: "help", KeyN: "spoken", KeyK: "decide",
  };

  // An input method (Telex) names the key "Process": its place on the board still tells it.
  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const target = event.composedPath()[0];
    if (isWriting() && event.key !== "Escape") return;
    const isButton = target.closest?.("button") && (event.key === " " || event.key === "Enter");
    const letter = event.key.length === 1 ? `Key${event.key.toUpperCase()}` : event.code;
    let deed = keys[event.key] ?? keys[letter];
    if (!deed || isButton) return;
    if (event.key === " " && event.shiftKey) deed = "back";
    event.preventDefault();
    deeds[deed]();
  }

  // A click or a tap goes on, at the left edge back: a board in the room has no keys.
  function onClick(event) {
    const button = event.composedPath().find((one) => one.dataset?.deed);
    if (button) deeds[button.dataset.deed]();
    else if (event.composedPath()[0].closest?.(".panel, .told, .tools")) return;
    else if (isWriting()) return;
    else if (!blank.hidden) blank.hidden = true;
    else move(event.clientX < root.clientWidth / 4 ? -1 : 1);
  }

  function onMove() {
    root.classList.add("moved");
    root.classList.remove("still");
    clearTimeout(still);
    still = setTimeout(() => { root.classList.remove("moved"); root.classList.add("still"); }, 2500);
  }

  function fromAddress() {
    const asked = Number(location.hash.slice(1));
    show(all()[asked - 1] ?? all()[0]);
  }

  const sizes = new ResizeObserver(fit);
  sizes.observe(root);
  window.addEventListener("keydown", onKey, true);
  root.addEventListener("click", onClick);
  root.addEventListener("pointermove", onMove);
  if (own.isFile) window.addEventListener("hashchange", fromAddress);
  fit();
  if (own.isFile) fromAddress(); else show(current);

  return {
    show, all, escape,
    get current() { return current; },
    stop() {
      clearTimeout(still);
      sizes.disconnect();
      window.removeEventListener("keydown", onKey, true);
      root.removeEventListener("click", onClick);
      root.removeEventListener("pointermove", onMove);
      window.removeEventListener("hashchange", fromAddress);
    },
  };
}
