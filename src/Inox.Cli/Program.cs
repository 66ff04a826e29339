namespace Inox.Cli;

internal static class Program
{
    // Source nests as deep as it likes: 100,000 parentheses are a test somewhere.
    private const int StackSize = 256 * 1024 * 1024;

    private static int Main(string[] arguments)
    {
        // The shortest way to the answer that scripts ask for most: no thread, no tables.
        if (arguments is ["--version"])
        {
            StandardOutput.Write([.. ProductVersion.Bytes, (byte)'\n']);
            return ExitCode.Success;
        }
        HeapPages.UseLargePages();
        int exitCode = 0;
        Thread thread = new(() => exitCode = CommandLine.Run(arguments, Terminal.System()), StackSize);
        thread.Start();
        thread.Join();
        return exitCode;
    }
}
