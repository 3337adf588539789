// Starts the app: one router, one root.
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { preloadRun } from "../session/runs/run-control.ts";
import "./styles.css";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no element with id root.");
function draw(): void {
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
// What index.html shows stays until the page can be drawn whole, or what went wrong with it.
void router.load().then(draw, draw);
preloadRun();
// A development server has neither headers to add nor files that stay.
if (import.meta.env.PROD)
  import("./after-start.tsx").then(
    ({ afterStart }) => afterStart(),
    () => undefined,
  );
