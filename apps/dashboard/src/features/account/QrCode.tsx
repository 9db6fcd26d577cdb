import { encode } from "uqr";
import classes from "./account.module.css";
import { darkPath } from "./qr-path.ts";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Drawn as a picture of the page itself: the content policy lets no other in. Always dark on light, as cameras need it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={darkPath(data)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
