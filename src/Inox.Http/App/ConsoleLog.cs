namespace Inox.Http;

/// <summary>Failures on standard error, the rest only when asked for.</summary>
public sealed class ConsoleLog : IServerLog
{
    public static ConsoleLog Quiet { get; } = new() { IsTalkative = false };

    /// <summary>Whether refused requests and addresses are written, too.</summary>
    public bool IsTalkative { get; init; } = true;

    public void Failed(string what, Exception exception) => Console.Error.WriteLine($"error: {what}: {exception}");

    public void Refused(int status, string detail)
    {
        if (IsTalkative) Console.Error.WriteLine($"refused: {status} {detail}");
    }

    public void Told(string what)
    {
        if (IsTalkative) Console.Error.WriteLine(what);
    }
}
