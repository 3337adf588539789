// Starts the app: one router, one root.
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { preloadRun } from "../session/runs/run-control.ts";
import "./styles.css";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no element with id root.");
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
preloadRun();
// A development server has neither headers to add nor files that stay.
if (import.meta.env.PROD)
  import("./after-start.tsx").then(
    ({ afterStart }) => afterStart(),
    () => undefined,
  );
