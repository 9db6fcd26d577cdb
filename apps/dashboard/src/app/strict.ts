import { config } from "zod";

// Imported before any schema is made: a strict content security policy forbids code that is made at run time.
config({ jitless: true });
