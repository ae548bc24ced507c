// The two handles through which features reach the database. A Reader has no writing method at all, at run time either.
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Connection } from './connection.ts';

const createHandle = (connection: Connection) => drizzle(connection);
type Handle = ReturnType<typeof createHandle>;

/** Reads. Handed to queries and readings. */
export type Reader = Pick<Handle, 'select' | 'selectDistinct'>;

/** Reads and writes, inside a transaction that the router holds. Handed to commands alone. */
export type Writer = Pick<Handle, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>;

export interface DatabaseHandles {
  readonly reader: Reader;
  /** Runs `work` in one immediate transaction; whatever it throws undoes everything. */
  transaction<Value>(work: (writer: Writer) => Value): Value;
}

export function createHandles(connection: Connection): DatabaseHandles {
  const handle = createHandle(connection);
  const reader: Reader = {
    select: handle.select.bind(handle) as Handle['select'],
    selectDistinct: handle.selectDistinct.bind(handle) as Handle['selectDistinct'],
  };
  const writer: Writer = {
    ...reader,
    insert: handle.insert.bind(handle),
    update: handle.update.bind(handle),
    delete: handle.delete.bind(handle),
  };
  return {
    reader,
    transaction: (work) => connection.transaction(() => work(writer)).immediate(),
  };
}
