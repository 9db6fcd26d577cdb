/** What was decided once for the database, by name. */
export interface SettingTable {
  name: string;
  value: string;
}
