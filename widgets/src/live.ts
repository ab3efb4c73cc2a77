/** The script of a page with a kernel: says when the server, or the kernel, has gone. */
import { watchKernel, watchServer } from "./connection";

watchServer(document);
watchKernel(document);
