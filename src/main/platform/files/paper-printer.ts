// The port that turns a paper of the renderer into a PDF, or hands it to a printer. `main/app` implements it with a hidden window.

export interface PaperPrinter {
  /**
   * @param route the paper's route inside the renderer, for example `/print/packet/<id>?copies=3`.
   * @returns the bytes of the PDF.
   * @throws Error when the paper does not become ready within 30 s.
   */
  printToPdf(route: string): Promise<Uint8Array>;
  /**
   * Opens the printer's dialog of the system for the paper, and leaves no file behind.
   * @returns false when the dialog was closed.
   * @throws Error when the paper does not become ready within 30 s, or there is no printer.
   */
  print(route: string): Promise<boolean>;
}
