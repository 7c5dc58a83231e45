// Not every computer has a letter for it.
const FULL =
  '<svg viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">' +
  '<path d="M1 5V1h4M11 1h4v4M15 11v4h-4M5 15H1v-4"/></svg>';

// Turns the pages of the wall: by itself, by key or by button; pausing stops it until it is let go on.
const hands = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  if (!hands.has(root)) hands.set(root, new Hand(root));
  hands.get(root).take(component);
  return () => {
    hands.get(root)?.close();
    hands.delete(root);
  };
}

class Hand {
  constructor(root) {
    this.bar = document.createElement("div");
    this.bar.className = "kendali";
    this.bar.setAttribute("role", "toolbar");
    root.append(this.bar);
    this.buttons = {};
    for (const [name, sign] of [["mundur", "‹"], ["jeda", "❚❚"], ["maju", "›"], ["penuh", FULL]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.innerHTML = sign;
      button.addEventListener("click", () => this.do(name));
      this.buttons[name] = button;
      this.bar.append(button);
    }
    this.where = document.createElement("span");
    this.bar.append(this.where);
    this.keys = (event) => this.key(event);
    document.addEventListener("keydown", this.keys);
    this.sized = () => {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.tell?.(), 300);
    };
    window.addEventListener("resize", this.sized);
  }

  close() {
    clearTimeout(this.timer);
    clearTimeout(this.later);
    document.removeEventListener("keydown", this.keys);
    window.removeEventListener("resize", this.sized);
    this.bar.remove();
  }

  take({ data, setTriggerValue, setStateValue }) {
    this.data = data;
    this.tell = () => {
      if (window.innerHeight !== this.height) setStateValue("tinggi", (this.height = window.innerHeight));
    };
    this.tell();
    this.send = (i) => setTriggerValue("ke", { i, nomor: Date.now() });
    for (const [name, button] of Object.entries(this.buttons)) {
      button.title = data.kata[name];
      button.setAttribute("aria-label", data.kata[name]);
    }
    this.show();
    this.wind();
  }

  show() {
    this.where.textContent = `${this.data.i + 1} / ${this.data.n}`;
    this.buttons.jeda.textContent = this.paused ? "▶" : "❚❚";
    const said = this.data.kata[this.paused ? "lanjut" : "jeda"];
    this.buttons.jeda.title = said;
    this.buttons.jeda.setAttribute("aria-label", said);
    this.buttons.jeda.setAttribute("aria-pressed", String(Boolean(this.paused)));
  }

  wind() {
    clearTimeout(this.timer);
    if (!this.paused && this.data.n > 1) this.timer = setTimeout(() => this.turn(1), this.data.detik * 1000);
  }

  turn(step) {
    clearTimeout(this.timer);
    this.send((this.data.i + step + this.data.n) % this.data.n);
  }

  do(name) {
    if (name === "maju") this.turn(1);
    else if (name === "mundur") this.turn(-1);
    else if (name === "penuh") {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen?.();
    } else {
      this.paused = !this.paused;
      this.show();
      this.wind();
    }
  }

  key(event) {
    if (event.target.closest?.("input, select, textarea, [role=combobox]") || event.ctrlKey || event.metaKey) return;
    const names = { ArrowRight: "maju", PageDown: "maju", ArrowLeft: "mundur", PageUp: "mundur", " ": "jeda", p: "jeda", f: "penuh" };
    const name = names[event.key];
    if (!name || (event.key === " " && event.target.closest?.("button"))) return;
    event.preventDefault();
    this.do(name);
  }
}
