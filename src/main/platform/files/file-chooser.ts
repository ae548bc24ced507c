// The port to the system's file dialogs. `main/app` implements it with Electron; nothing else may ask for a path.

interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

/** Every method answers an absolute path, or `null` when the user closed the dialog. */
export interface FileChooser {
  chooseToOpen(request: { readonly title: string; readonly kinds: readonly FileKind[] }): Promise<string | null>;
  chooseToSave(request: {
    readonly title: string;
    readonly suggestedName: string;
    readonly kinds: readonly FileKind[];
  }): Promise<string | null>;
  chooseFolder(request: { readonly title: string }): Promise<string | null>;
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** Opens a file with the program that the system has for it. */
  open(path: string): Promise<void>;
}
