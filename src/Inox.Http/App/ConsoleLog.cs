namespace Inox.Http;

/// <summary>Writes failures and what an operator wants to know to standard error.</summary>
public sealed class ConsoleLog : IServerLog
{
    public static ConsoleLog Quiet { get; } = new() { IsTalkative = false };

    /// <summary>Whether more than failures is written.</summary>
    public bool IsTalkative { get; init; } = true;

    /// <summary>Whether refused requests are written. Anybody can send those, so a log of them is a place to flood.</summary>
    public bool TellsRefusals { get; init; }

    public void Failed(string what, Exception exception) => Console.Error.WriteLine($"error: {what}: {exception}");

    public void Refused(int status, string detail)
    {
        if (TellsRefusals) Console.Error.WriteLine($"refused: {status} {detail}");
    }

    public void Told(string what)
    {
        if (IsTalkative) Console.Error.WriteLine(what);
    }
}
