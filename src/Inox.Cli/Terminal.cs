using System.Text;
using Inox.Core;

namespace Inox.Cli;

/// <summary>What a command knows of the world around it.</summary>
internal sealed class Terminal
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opened when it is asked for: a command that does not read leaves standard input alone.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether standard input stays open as long as whoever started the command lives.</summary>
    public Func<bool> InputEndsWithParent { get; init; } = static () => true;

    /// <summary>The absolute path that arguments are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    public IFileSystem Files { get; init; } = RealFileSystem.Shared;

    /// <summary>Whether a person reads <see cref="Error"/> as it is written.</summary>
    public bool IsInteractive { get; init; }

    public bool UseColor { get; init; }

    public bool UseOutputColor { get; init; }

    public static Terminal System() => new()
    {
        Output = new StreamWriter(Console.OpenStandardOutput(), s_utf8, 1 << 16),
        Error = new StreamWriter(Console.OpenStandardError(), s_utf8, 1 << 12) { AutoFlush = true },
        OpenInput = Console.OpenStandardInput,
        InputEndsWithParent = StandardInput.EndsWithParent,
        WorkingDirectory = Environment.CurrentDirectory,
        IsInteractive = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        UseColor = WantsColor(Console.IsErrorRedirected),
        UseOutputColor = WantsColor(Console.IsOutputRedirected),
    };

    // no-color.org: any value that is not empty; FORCE_COLOR is what CI services set
    private static bool WantsColor(bool isRedirected)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))) return false;
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("FORCE_COLOR"))) return true;
        return !isRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    }
}
