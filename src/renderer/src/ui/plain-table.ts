// The look of a small table of figures that is drawn by hand. Class names alone: what stands in it is up to whoever draws it.
import { classesOf } from './class-names.ts';
import styles from './plain-table.module.css';

const cx = classesOf(styles);

/** `frame` goes around the table and lets it scroll; `number` and `middle` are for cells and for the headings over them. */
export const plainTableClass = {
  frame: cx('frame'),
  table: cx('table'),
  number: cx('number'),
  middle: cx('middle'),
} as const;
