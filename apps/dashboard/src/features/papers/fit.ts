/** Letter, less the margins that it prints with, at 96 pixels an inch; a line less for what a demonstration adds. */
const ROOM = 10 * 96 - 32;

/** How much smaller a paper of one page is set so that its height in pixels fits; never larger, and never past reading. */
export function fitOf(height: number): number {
  return Math.max(0.7, Math.min(1, Math.floor((100 * ROOM) / height) / 100));
}
