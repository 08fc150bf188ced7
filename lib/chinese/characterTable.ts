const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes a column of the table: differences of code points in base64 VLQ. */
function codesOf(column: string): number[] {
  const codes: number[] = [];
  let [code, value, shift] = [0, 0, 0];
  for (const sign of column) {
    const bits = DIGITS.indexOf(sign);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    code += value & 1 ? -(value >> 1) : value >> 1;
    codes.push(code);
    [value, shift] = [0, 0];
  }
  return codes;
}

/**
 * Code unit → the code unit of its simplified form; 0 where there is no other. An array, because every unit is looked
 * up.
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
 * Replaces each unit for which the table has another, unless `keeps` excepts it. Returns the text itself where nothing
 * changes.
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
