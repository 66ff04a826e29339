using System.Runtime.InteropServices;

namespace Inox.Cli;

/// <summary>
/// Standard output without <see cref="Console"/>, whose first use reads the environment for an encoding and starts a thread for signals:
/// as much work again as the answer to `inox --version` (docs/decisions/0002-start-up.md).
/// </summary>
internal static unsafe partial class StandardOutput
{
    private const int Descriptor = 1;

    public static void Write(ReadOnlySpan<byte> text)
    {
        if (OperatingSystem.IsWindows())
        {
            using Stream output = Console.OpenStandardOutput();
            output.Write(text);
            return;
        }
        while (!text.IsEmpty)
        {
            nint written = WriteOnce(text);
            // a reader that has gone away wants no error
            if (written < 0) return;
            text = text[(int)written..];
        }
    }

    // Safe because the span is pinned for as long as the system reads it, and the length is its own.
    private static nint WriteOnce(ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text) return WriteTo(Descriptor, start, text.Length);
    }

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint WriteTo(int descriptor, byte* text, nint length);
}
