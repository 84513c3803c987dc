// What a reader has switched off on this device: "geirfa.keys" for keys that are shortcuts. Only what is off is stored.

const here = new Map();  // for this page, where a browser stores nothing

export function setting(name) {
  try {
    return localStorage.getItem(`geirfa.${name}`) !== "off";
  } catch {
    return here.get(name) ?? true;
  }
}

export function set(name, on) {
  here.set(name, on);
  try {
    if (on) localStorage.removeItem(`geirfa.${name}`);
    else localStorage.setItem(`geirfa.${name}`, "off");
  } catch {
    // Nothing is stored: the switch holds for this page.
  }
}

// Whether single keys are shortcuts.
export const shortcuts = () => setting("keys");
