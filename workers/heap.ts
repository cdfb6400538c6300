const memories: WebAssembly.Memory[] = []

/** Keeps count of the WebAssembly memories made from now on. Call it before a runtime is imported. */
export function watchHeap(): void {
  const Plain = WebAssembly.Memory
  WebAssembly.Memory = class extends Plain {
    constructor(wish: WebAssembly.MemoryDescriptor) {
      super(wish)
      memories.push(this)
    }
  }
}

/** Bytes of all of them. WebAssembly memory only grows. */
export const heapBytes = (): number => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)
