using Microsoft.Win32.SafeHandles;

namespace Inox.Cli;

/// <summary>What is known of standard input without reading it.</summary>
internal static class StandardInput
{
    /// <summary>Whether it is a pipe or a terminal, which end with the other side; a file and <c>/dev/null</c> are at their end from the start.</summary>
    public static bool EndsWithParent()
    {
        if (OperatingSystem.IsWindows()) return Console.IsInputRedirected;
        try
        {
            using SafeFileHandle handle = new(0, ownsHandle: false);
            using FileStream input = new(handle, FileAccess.Read, bufferSize: 0);
            return !input.CanSeek;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false; // it is closed, as under a service manager
        }
    }
}
