/** A set-aside row that a later import settled names it; an import of a mended row names the row that it mends. */
export const superseded = `
ALTER TABLE set_aside_rows ADD COLUMN superseded_by INTEGER REFERENCES import_batches (number);
ALTER TABLE import_batches ADD COLUMN mends INTEGER REFERENCES set_aside_rows (id);
`;
