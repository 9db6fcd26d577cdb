import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:4280";

export default defineConfig({
  plugins: [react()],
  server: { port: 4281, host: "127.0.0.1", proxy: { "/trpc": server, "/events": server } },
  build: { outDir: "dist", target: "es2023", sourcemap: false, assetsInlineLimit: 0 },
});
