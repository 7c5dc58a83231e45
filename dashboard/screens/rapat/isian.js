// A sheet that people type into during a meeting. What is typed is kept in the browser until the server says that it
// has it: a reload, a lost connection or a closed window loses nothing. The server decides what becomes a record.

const PAUSE = 450; // ms after the last key before what was typed is sent
const AGAIN = 4000; // ms without an answer before it is sent again
const sheets = new WeakMap();
const BROWSER = "raporda:peramban";
const unstored = unique(); // the name of a browser that keeps nothing, until it is reloaded

export default function (component) {
  const root = component.parentElement;
  if (!sheets.has(root)) sheets.set(root, new Sheet(root));
  sheets.get(root).take(component);
  return () => {
    sheets.get(root)?.close();
    sheets.delete(root);
  };
}

function unique() {
  return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}

// Which browser this is: two that change one record keep what each has typed.
function browser() {
  try {
    const known = localStorage.getItem(BROWSER) ?? unique();
    localStorage.setItem(BROWSER, known);
    return known;
  } catch {
    return unstored;
  }
}

class Sheet {
  constructor(root) {
    this.browser = browser();
    this.kept = new Set(); // the rows that this window has put into the browser's store
    this.root = root;
    this.rows = new Map(); // kunci -> Row
    this.revision = Date.now();
    this.body = document.createElement("div");
    this.body.className = "lembar";
    this.word = document.createElement("p");
    this.word.className = "kabar";
    this.word.setAttribute("role", "status");
    this.offers = document.createElement("div"); // what is known of some columns, once for all rows
    root.append(this.body, this.word, this.offers);
    this.beat = setInterval(() => this.repeat(), 1000);
    // Text that was put in before the sheet had its width has another height.
    this.width = new ResizeObserver(() => this.body.querySelectorAll("textarea").forEach(grow));
    this.width.observe(this.body);
  }

  close() {
    clearInterval(this.beat);
    clearTimeout(this.timer);
    this.width.disconnect();
    this.body.remove();
    this.word.remove();
    this.offers.remove();
  }

  take({ data, setTriggerValue }) {
    this.send = (name, value) => setTriggerValue(name, value);
    this.data = data;
    this.said = data.kata;
    const shape = JSON.stringify([data.lembar, data.kolom.map((c) => [c.nama, c.label, c.jenis]), data.bentuk]);
    if (shape !== this.shape) this.rebuild(shape);
    const listed = new Set();
    let before = this.head;
    for (const told of data.baris) {
      listed.add(told.kunci);
      const row = this.rows.get(told.kunci) ?? this.add(told.kunci);
      row.take(told, data.terima?.[told.kunci]);
      if (before ? before.nextElementSibling !== row.el : this.body.firstElementChild !== row.el) {
        if (before) before.after(row.el);
        else this.body.prepend(row.el);
      }
      before = row.el;
    }
    for (const [kunci, row] of this.rows) {
      if (!listed.has(kunci) && !row.blank() && (row.dirty() || row.focused())) continue;
      if (!listed.has(kunci) && !(row.fresh && row.blank())) row.remove();
    }
    if (data.tambah) this.offer();
    this.tell();
  }

  rebuild(shape) {
    this.shape = shape;
    for (const row of [...this.rows.values()]) row.remove();
    this.body.replaceChildren();
    this.body.classList.toggle("borang", this.data.bentuk === "borang");
    const widest = Math.max(0, ...this.data.tombol.map((label) => label.length));
    this.body.style.setProperty("--ekor", widest ? `${widest * 0.5 + 1.6}rem` : "0px");
    this.body.style.setProperty("--kolom", this.data.kolom.map((c) => c.lebar ?? "1fr").join(" "));
    this.head = null;
    if (this.data.bentuk !== "borang") {
      this.head = document.createElement("div");
      this.head.className = "kepala";
      this.head.setAttribute("aria-hidden", "true");
      for (const column of this.data.kolom) {
        const cell = document.createElement("span");
        cell.textContent = column.label + (column.wajib ? " *" : "");
        this.head.append(cell);
      }
      this.head.append(document.createElement("span"));
      this.body.append(this.head);
    }
    this.offers.replaceChildren(...this.data.kolom.filter((c) => c.jenis === "saran").map(offered));
    for (const [kunci, kept] of Object.entries(this.stored())) {
      this.data.baris.some((b) => b.kunci === kunci) || this.add(kunci);
      this.rows.get(kunci) ?? this.add(kunci);
      this.kept.add(kunci);
      this.rows.get(kunci).recall(kept);
    }
  }

  // The one blank row at the end, in which the next entry is begun.
  offer() {
    const blank = [...this.rows.values()].filter((row) => row.fresh && row.blank() && !row.told);
    const row = blank[0] ?? this.add(unique());
    for (const extra of blank.slice(1)) extra.focused() || extra.remove();
    if (this.body.lastElementChild !== row.el) this.body.append(row.el);
  }

  add(kunci) {
    const row = new Row(this, kunci);
    this.rows.set(kunci, row);
    this.body.append(row.el);
    return row;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
    this.tell();
  }

  flush() {
    clearTimeout(this.timer);
    const due = [...this.rows.values()].filter((row) => row.dirty());
    if (!due.length) return;
    for (const row of due) row.sent = Date.now();
    this.send("tulis", { nomor: ++this.revision, peramban: this.browser, baris: due.map((row) => row.message()) });
  }

  repeat() {
    const late = [...this.rows.values()].some((row) => row.dirty() && row.sent && Date.now() - row.sent > AGAIN);
    if (late) this.flush();
    this.tell();
  }

  tell() {
    const dirty = [...this.rows.values()].filter((row) => row.dirty());
    const lost = dirty.some((row) => row.begun && Date.now() - row.begun > 2 * AGAIN);
    const state = !dirty.length ? "tersimpan" : lost ? "terputus" : "menyimpan";
    this.word.dataset.keadaan = state;
    this.word.textContent = state === "tersimpan" ? (this.data.kabar ?? "") : this.said[state];
  }

  key() {
    return `raporda:${this.data.lembar}`;
  }

  stored() {
    try {
      return JSON.parse(localStorage.getItem(this.key()) ?? "{}");
    } catch {
      return {};
    }
  }

  store() {
    const kept = this.stored(); // with what another window of this browser has put there
    for (const kunci of this.kept) delete kept[kunci];
    this.kept.clear();
    for (const [kunci, row] of this.rows) {
      if (!row.dirty()) continue;
      kept[kunci] = row.message();
      this.kept.add(kunci);
    }
    try {
      if (Object.keys(kept).length) localStorage.setItem(this.key(), JSON.stringify(kept));
      else localStorage.removeItem(this.key());
    } catch {
      // a browser without storage still sends every pause
    }
  }

  next(row, column, step) {
    const order = [...this.body.querySelectorAll(".baris")];
    const there = order[order.indexOf(row.el) + step];
    there?.querySelector(`[data-kolom="${column}"]`)?.focus();
    return Boolean(there);
  }
}

class Row {
  constructor(sheet, kunci) {
    this.sheet = sheet;
    this.kunci = kunci;
    this.fresh = true; // no record yet
    this.revision = 0;
    this.heard = 0;
    this.fields = new Map();
    this.el = document.createElement("div");
    this.el.className = "baris";
    this.el.setAttribute("role", "group");
    for (const column of sheet.data.kolom) this.el.append(this.field(column));
    this.tail = document.createElement("div");
    this.tail.className = "ekor";
    this.el.append(this.tail);
    this.note = document.createElement("div");
    this.note.className = "ket";
    this.el.append(this.note);
  }

  field(column) {
    const box = document.createElement("label");
    box.className = "isi";
    const name = document.createElement("span");
    name.textContent = column.label + (column.wajib ? " *" : "");
    const input = made(column);
    input.dataset.kolom = column.nama;
    input.setAttribute("aria-label", column.label);
    if (column.wajib) input.setAttribute("aria-required", "true");
    if (column.contoh) input.placeholder = column.contoh;
    input.disabled = Boolean(column.tetap);
    input.addEventListener("input", () => this.typed(input, false));
    input.addEventListener("change", () => this.typed(input, true));
    input.addEventListener("blur", () => this.left());
    input.addEventListener("keydown", (event) => this.key(event, column, input));
    box.append(name, input);
    if (column.jenis === "tanggal") box.append(this.calendar(input));
    this.fields.set(column.nama, input);
    return box;
  }

  // A day is typed as people write it here; the browser's own field would show it in the browser's language.
  calendar(input) {
    const picker = document.createElement("input");
    picker.type = "date";
    picker.tabIndex = -1;
    picker.className = "kalender";
    picker.setAttribute("aria-hidden", "true");
    picker.disabled = input.disabled;
    picker.addEventListener("focus", () => input.focus());
    picker.addEventListener("click", () => {
      const said = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(input.value.trim());
      picker.value = said ? `${said[3]}-${said[2].padStart(2, "0")}-${said[1].padStart(2, "0")}` : "";
      picker.showPicker?.();
    });
    picker.addEventListener("input", (event) => event.stopPropagation());
    picker.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!picker.value || input.disabled) return;
      input.value = picker.value.split("-").reverse().join("-");
      this.typed(input, true);
    });
    return picker;
  }

  typed(input, done) {
    if (input.tagName === "TEXTAREA") grow(input);
    if (!this.dirty()) this.begun = Date.now();
    this.revision = ++this.sheet.revision;
    this.done = done;
    this.sheet.store();
    if (done) this.sheet.flush();
    else this.sheet.soon();
  }

  // Leaving a field says that it may become a record.
  left() {
    if (!this.blank() && (this.dirty() || this.pending)) {
      this.revision = ++this.sheet.revision;
      this.done = true;
      this.sheet.store();
      this.sheet.flush();
    }
  }

  key(event, column, input) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.left();
      if (this.sheet.data.tambah && !this.blank()) this.sheet.offer();
      this.sheet.next(this, event.ctrlKey ? this.sheet.data.kolom[0].nama : column.nama, 1);
    } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.sheet.next(this, column.nama, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && this.told?.id) {
      input.value = this.told.isi[column.nama] ?? "";
      this.typed(input, true);
    }
  }

  message() {
    const isi = {};
    for (const [name, input] of this.fields) isi[name] = input.value;
    return {
      kunci: this.kunci, id: this.id ?? null, versi: this.versi ?? null,
      isi, akhir: Boolean(this.done), nomor: this.revision, peramban: this.sheet.browser,
    };
  }

  // What this browser kept because no server had it yet.
  recall(kept) {
    this.id = kept.id;
    this.versi = kept.versi;
    for (const [name, input] of this.fields) this.put(input, kept.isi[name] ?? "");
    this.revision = ++this.sheet.revision;
    this.begun = Date.now();
    this.done = true;
    this.sheet.soon();
  }

  take(told, heard) {
    const mine = told.ketikan.find((one) => one.peramban === this.sheet.browser);
    const other = told.ketikan.find((one) => one.peramban !== this.sheet.browser);
    const answered = (heard ?? 0) > this.heard;
    this.told = told;
    this.fresh = !told.id;
    this.heard = Math.max(this.heard, heard ?? 0);
    this.foreign = !told.id && !mine && Boolean(other); // begun elsewhere: read here, until one goes on with it
    const waiting = this.dirty();
    // What is typed stands on the version that was seen when it was begun, not on one that came while typing.
    if (answered || !waiting) {
      this.id = told.id;
      this.versi = mine?.versi ?? (answered ? told.tercatat : null) ?? told.versi;
    }
    const isi = mine?.isi ?? (this.foreign ? other.isi : told.isi);
    for (const [name, input] of this.fields) {
      input.disabled = this.foreign || this.column(name)?.tetap;
      if (!waiting && !(input.matches(":focus") && this.pending)) this.put(input, isi[name] ?? "");
    }
    this.pending = Boolean(mine) && !waiting;
    this.el.classList.toggle("draf", Boolean(mine) || this.foreign);
    this.el.classList.toggle("disusul", Boolean(told.disusul));
    this.el.dataset.kunci = this.kunci;
    if (told.id) this.el.dataset.id = told.id;
    this.faults(told, mine, other);
    this.buttons(this.foreign ? [] : (told.tombol ?? []));
    if (!waiting) this.sheet.store();
  }

  put(input, value) {
    if (input.value === value) return;
    if (input.tagName === "SELECT" && value && ![...input.options].some((o) => o.value === value)) {
      input.append(new Option(value, value));
    }
    input.value = value;
    if (input.tagName === "TEXTAREA") grow(input);
  }

  faults(told, mine, other) {
    this.note.replaceChildren();
    for (const [name, input] of this.fields) {
      const wrong = this.blank() ? null : told.salah?.[name];
      input.toggleAttribute("aria-invalid", Boolean(wrong));
      if (wrong) this.note.append(line("salah", `${this.label(name)}: ${wrong}`));
    }
    if (told.disusul) {
      const box = line("susul", told.disusul.kata);
      for (const [how, label] of told.disusul.pilihan) box.append(this.button(label, "pilih", { cara: how }));
      this.note.append(box);
    }
    if (mine && !told.id) this.note.append(line("info", this.sheet.said.belum_tercatat));
    if (other) {
      const box = line("info lain", other.kata);
      if (!mine && !this.dirty()) box.append(this.button(this.sheet.said.lanjutkan, "ambil", { dari: other.peramban }));
      this.note.append(box);
    }
    for (const said of told.ket ?? []) this.note.append(line("info", said));
  }

  column(name) {
    return this.sheet.data.kolom.find((c) => c.nama === name);
  }

  label(name) {
    return this.column(name)?.label ?? name;
  }

  buttons(offered) {
    const wanted = JSON.stringify(offered);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    this.tail.replaceChildren();
    for (const [name, label] of offered) this.tail.append(this.button(label, "tekan", { nama: name }));
  }

  button(label, event, more) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () =>
      this.sheet.send(event, { nomor: ++this.sheet.revision, kunci: this.kunci, ...more, ...this.message(), ...more }),
    );
    return made;
  }

  blank() {
    return [...this.fields].every(([name, input]) => {
      const column = this.column(name);
      return input.value.trim() === "" || input.value === (column?.awal ?? "") || input.disabled;
    });
  }

  dirty() {
    return this.revision > this.heard && !(this.fresh && this.blank() && !this.told);
  }

  focused() {
    return [...this.fields.values()].some((input) => input.matches(":focus"));
  }

  remove() {
    this.el.remove();
    this.sheet.rows.delete(this.kunci);
  }
}

function made(column) {
  if (column.jenis === "pilihan") {
    const select = document.createElement("select");
    if (!column.awal) select.append(new Option("", ""));
    for (const [value, label] of column.pilihan) select.append(new Option(label, value));
    select.value = column.awal ?? "";
    return select;
  }
  if (column.jenis === "naskah") {
    const area = document.createElement("textarea");
    area.rows = column.baris ?? 1;
    area.style.minHeight = `${area.rows * 1.35 + 1.1}em`;
    return area;
  }
  const input = document.createElement("input");
  input.type = "text";
  if (column.jenis === "saran") input.setAttribute("list", `saran-${column.nama}`);
  if (column.jenis === "tanggal" || column.jenis === "jam" || column.jenis === "angka") input.inputMode = "decimal";
  input.value = column.awal ?? "";
  return input;
}

function offered(column) {
  const list = document.createElement("datalist");
  list.id = `saran-${column.nama}`;
  list.append(...column.pilihan.map(([value, label]) => new Option(label, value)));
  return list;
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function line(kind, words) {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = words;
  return made;
}
