// Joins class names of one CSS module. Never invents a name: what the module lacks is left out.

type ClassName = string | false | null | undefined;

/** `const cx = classesOf(styles)`, then `cx('button', isPrimary && 'primary')` gives the module's own names, joined. */
export function classesOf(styles: Readonly<Record<string, string>>): (...names: readonly ClassName[]) => string {
  return (...names) => names.flatMap((name) => (name ? (styles[name] ?? []) : [])).join(' ');
}
