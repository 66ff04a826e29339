namespace Inox.Cli;

internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The input has errors.</summary>
    public const int Errors = 1;

    /// <summary>The command line has errors.</summary>
    public const int Usage = 2;
}
