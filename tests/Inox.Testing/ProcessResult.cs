namespace Inox.Testing;

/// <summary>How a program ended. When <see cref="TimedOut"/>, it was killed and the exit code says nothing.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error, bool TimedOut)
{
    public bool Succeeded => ExitCode == 0 && !TimedOut;
}
