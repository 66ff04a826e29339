using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inox.Cli;

/// <summary>
/// Lets the kernel back the collector's heap with 2 MB pages. The collector takes its memory 64 KB at a time, so that a fresh heap is
/// touched for the first time 4 KB by 4 KB, which was half of the CPU time of a build (docs/decisions/0002-start-up.md).
/// </summary>
/// <remarks>
/// Safe because it only changes how memory is served that the collector has reserved for itself, in one piece (GCRegionRange in the
/// project file) that is looked up before it is touched: small objects grow from its start, large ones from its end. What is committed
/// early reads as zero, as the collector expects, and goes back by the calls it makes anyway. Where the kernel refuses, nothing changes.
/// </remarks>
internal static unsafe partial class HeapPages
{
    private const nuint LargePage = 2 << 20;

    // What a large build touches. More is no use: the heap of a longer run is warm by then.
    private const nuint SmallObjects = 256 << 20;
    private const nuint LargeObjects = 128 << 20;

    private const int ReadAndWrite = 1 | 2;
    private const int AdviseHugePage = 14;
    private const int AdviseDump = 17;

    public static void UseLargePages()
    {
        if (!OperatingSystem.IsLinux()) return;
        object probe = new();
        nuint heap = *(nuint*)Unsafe.AsPointer(ref probe) & ~(LargePage - 1);
        nuint end = EndOfReservation(heap) & ~(LargePage - 1);
        if (end < heap + SmallObjects + LargeObjects) return;
        Serve(heap, SmallObjects);
        Serve(end - LargeObjects, LargeObjects);
    }

    private static void Serve(nuint start, nuint length)
    {
        if (Protect(start, length, ReadAndWrite) != 0) return;
        // flags that differ would keep this and what the collector has committed apart
        Advise(start, length, AdviseDump);
        Advise(start, length, AdviseHugePage);
    }

    // The lines `start-end access offset device inode [path]` that follow each other without a gap and belong to no file.
    private static nuint EndOfReservation(nuint address)
    {
        nuint end = 0;
        foreach (string line in File.ReadLines("/proc/self/maps"))
        {
            ReadOnlySpan<char> range = line.AsSpan(0, line.IndexOf(' '));
            int dash = range.IndexOf('-');
            nuint from = nuint.Parse(range[..dash], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            nuint to = nuint.Parse(range[(dash + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (end == 0 ? from <= address && address < to : from == end && line.EndsWith(" 0 ", StringComparison.Ordinal)) end = to;
            else if (end != 0) break;
        }
        return end;
    }

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nuint start, nuint length, int access);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint start, nuint length, int advice);
}
