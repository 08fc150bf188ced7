/**
 * Decodes a column of a character table into code units. To be short, a column holds the differences between successive
 * code points, written as in Google's encoded polylines: five bits in each character, the lowest bits first.
 */
function codesOf(column: string): number[] {
  const codes: number[] = [];
  let [code, value, shift] = [0, 0, 0];
  for (let i = 0; i < column.length; i++) {
    const bits = column.charCodeAt(i) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    code += value & 1 ? ~(value >> 1) : value >> 1;
    codes.push(code);
    [value, shift] = [0, 0];
  }
  return codes;
}

/** Decodes a column into its characters. The build stores long lists of characters as columns (wxt.config.ts). */
// @__NO_SIDE_EFFECTS__
export const charactersOf = (column: string): string => String.fromCharCode(...codesOf(column));

/**
 * Makes a table from each code unit to that of its simplified form, or to 0 where the unit stays. The table is an
 * array, because every unit of a text is looked up.
 */
export function unitTable(traditional: string, simplified: string): Uint16Array {
  const table = new Uint16Array(0x10000);
  const forms = codesOf(simplified);
  codesOf(traditional).forEach((code, i) => {
    table[code] = forms[i]!;
  });
  return table;
}

/**
 * Replaces each code unit for which the table has another, except at offsets for which `keeps` returns true. Returns
 * the same string where nothing changes.
 */
export function replaced(text: string, table: Uint16Array, keeps?: (at: number) => boolean): string {
  let done = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = table[text.charCodeAt(i)]!;
    if (unit === 0 || keeps?.(i)) continue;
    done += text.slice(from, i) + String.fromCharCode(unit);
    from = i + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}
