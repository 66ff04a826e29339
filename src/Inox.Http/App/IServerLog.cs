namespace Inox.Http;

/// <summary>Where the server reports what no client is told. Called from every loop's thread.</summary>
public interface IServerLog
{
    /// <summary>A handler or the server itself failed; the id is the one the client was given.</summary>
    void Failed(string what, Exception exception);

    /// <summary>A request was refused before any handler saw it.</summary>
    void Refused(int status, string detail);

    /// <summary>A handler computes or blocks on its event loop; <paramref name="handler"/> is its name and route.</summary>
    void Held(string handler, TimeSpan time) => Told($"{handler} has held its event loop for {time.TotalMilliseconds} ms: run what blocks or computes through Blocking.RunAsync");

    /// <summary>Something an operator wants to know, such as the address listened on.</summary>
    void Told(string what);
}
