// Numbers and times as people read them, worded as Sentinel words them everywhere else. What is not known is a dash.

export const UNKNOWN = "–";

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** Bytes with a binary unit: `401.2 MiB`, from a gibibyte on with two decimals as long as they count. */
export function size(bytes) {
  if (!Number.isFinite(bytes)) return UNKNOWN;
  let power = 0;
  let amount = Math.abs(bytes);
  while (amount >= 1024 && power < UNITS.length - 1) {
    amount /= 1024;
    power++;
  }
  const decimals = power === 0 ? 0 : power > 2 && amount < 10 ? 2 : 1;
  return `${bytes < 0 ? "−" : ""}${amount.toFixed(decimals)} ${UNITS[power]}`;
}

/** A size for an axis: no decimals that say nothing. */
export function roundSize(bytes) {
  return bytes === 0 ? "0" : size(bytes).replace(/\.0+ /, " ");
}

export function growth(bytesPerSecond) {
  if (!Number.isFinite(bytesPerSecond)) return UNKNOWN;
  return bytesPerSecond > 0 ? `+${size(bytesPerSecond)}/s` : "steady";
}

export function percent(share) {
  if (!Number.isFinite(share)) return UNKNOWN;
  return share > 0 && share < 0.01 ? "< 1 %" : `${Math.floor(share * 100)} %`;
}

/** A length of time in its largest unit and the next: `45 s`, `4 m`, `2 h 10 m`, `3 d 4 h`. */
export function rough(seconds) {
  if (!Number.isFinite(seconds)) return UNKNOWN;
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${whole} s`;
  if (hours === 0) return `${minutes} m`;
  return hours < 24 ? `${hours} h ${minutes % 60} m` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A running time: `00:01:20`, from a day on `3d 04h`. */
export function clock(seconds) {
  if (!Number.isFinite(seconds)) return UNKNOWN;
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  if (hours >= 24) return `${Math.floor(hours / 24)}d ${two(hours % 24)}h`;
  return `${two(hours)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** The time of day here, of a time in seconds since 1970. */
export function timeOfDay(seconds, withSeconds = true) {
  const date = new Date(seconds * 1000);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return withSeconds ? `${minutes}:${two(date.getSeconds())}` : minutes;
}

export function count(number) {
  return Number.isFinite(number) ? String(number) : UNKNOWN;
}

function two(number) {
  return String(number).padStart(2, "0");
}
