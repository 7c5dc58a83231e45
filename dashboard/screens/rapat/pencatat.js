// Who writes. The name stays in this browser, so that a reload does not make the next change nobody's.
const KEY = "raporda:pencatat";

export default function ({ parentElement, data, setStateValue }) {
  let input = parentElement.querySelector("input");
  if (!input) {
    const box = document.createElement("label");
    const name = document.createElement("span");
    name.textContent = data.label;
    input = document.createElement("input");
    input.type = "text";
    input.maxLength = 80;
    input.autocomplete = "off";
    box.title = data.ket;
    box.append(name, input);
    parentElement.append(box);
    try {
      input.value = localStorage.getItem(KEY) ?? "";
    } catch {
      // a browser without storage asks again
    }
    if (input.value !== (data.nama ?? "")) setStateValue("nama", input.value);
    const say = () => {
      try {
        localStorage.setItem(KEY, input.value.trim());
      } catch {
        // kept for this window only
      }
      setStateValue("nama", input.value.trim());
    };
    input.addEventListener("change", say);
    input.addEventListener("keydown", (event) => event.key === "Enter" && input.blur());
  }
  input.placeholder = data.contoh;
}
