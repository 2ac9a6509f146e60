// The show over a page: a modal dialog in the browser's top layer, above all that Streamlit draws.
// It is made once a version (a paper opened); later runs of the page only bring answers.
export default function ({ data, parentElement, setTriggerValue }) {
  let open = parentElement.papiShow;
  if (open?.version !== data.version) {
    open?.end();
    open = parentElement.papiShow = openShow(parentElement, data);
  }
  open.tell = setTriggerValue;
  open.hear(data);
  return () => {
    parentElement.papiShow?.end();
    delete parentElement.papiShow;
  };
}

// A style sheet in a shadow root can't bring fonts: they are the document's.
function loadTypes(types) {
  if ([...document.fonts].some((face) => face.family.replaceAll('"', "") === "Show")) return;
  for (const [weight, text] of Object.entries(types)) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    document.fonts.add(new FontFace("Show", bytes, { weight }));
  }
}

function openShow(parent, data) {
  loadTypes(data.types);
  const dialog = document.createElement("dialog");
  dialog.className = "over";
  dialog.setAttribute("aria-label", data.label);
  dialog.innerHTML = data.body; // escaped where it was made
  parent.append(dialog);
  dialog.showModal();
  const root = dialog.querySelector(".show"), form = root.querySelector(".decide");
  const told = root.querySelector(".told"), live = root.querySelector(".live");
  let pending = null, isBusy = false, wait, hush;

  const open = { version: data.version, tell: null, hear, end };
  const show = startShow(root, {
    isFile: false, form, closeForm,
    leave: () => { dialog.close(); open.tell("left", true); },
    decide: () => { if (form) { form.hidden = false; form.elements.text.focus(); } },
  });
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // R, C are Streamlit's
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  form?.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  form?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) send();
  });
  form?.querySelector(".cancel").addEventListener("click", closeForm);

  // What was typed stays, for the next time it is opened.
  function closeForm() {
    form.hidden = true;
    show.current.querySelector("h1").focus({ preventScroll: true });
  }

  function send() {
    if (isBusy) return;
    const typed = {
      text: form.elements.text.value, official: form.elements.official.value,
      due: form.elements.due.value, component: form.elements.component?.value ?? "",
      slide: show.all().indexOf(show.current) + 1, part: show.current.dataset.name,
    };
    const same = pending && JSON.stringify(pending.typed) === JSON.stringify(typed);
    pending = { typed, id: same ? pending.id : `${Date.now()}-${Math.random()}` };
    say(data.texts.saving, true);
    open.tell("decision", { id: pending.id, ...typed });
    clearTimeout(wait);
    wait = setTimeout(() => say(data.texts.no_answer, false), 10000);
  }

  function say(text, busy) {
    isBusy = busy;
    form.querySelector(".wrong").textContent = text;
    form.querySelector(".save").setAttribute("aria-disabled", String(busy));
  }

  function hear({ answer, recorded }) {
    if (pending && answer?.id === pending.id) {
      clearTimeout(wait);
      say(answer.error ?? "", false);
      if (!answer.error) confirmed();
    }
    if (live && recorded.length) list(recorded);
  }

  function confirmed() {
    pending = null;
    form.reset();
    closeForm();
    told.textContent = data.texts.saved;
    told.hidden = false;
    clearTimeout(hush);
    hush = setTimeout(() => { told.hidden = true; }, 4000);
  }

  // The slide of those recorded in this show takes the place of "none yet".
  function list(recorded) {
    const seen = recorded.slice(-4), items = live.querySelector(".recorded");
    items.replaceChildren(...seen.map((one) => {
      const item = document.createElement("li");
      const [text, small] = ["span", "small"].map((name) => document.createElement(name));
      text.textContent = one.text;
      small.textContent = one.by;
      item.append(text, small);
      return item;
    }));
    live.querySelector(".more").textContent = recorded.at(-1).earlier;
    live.hidden = false;
    const prompt = root.querySelector(".slide[data-prompt]");
    const wasThere = prompt === show.current;
    if (prompt) prompt.hidden = true;
    show.show(wasThere ? live : show.current, form.hidden);
  }

  function end() {
    clearTimeout(wait);
    clearTimeout(hush);
    show.stop();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (dialog.open) dialog.close();
    dialog.remove();
  }
  return open;
}
