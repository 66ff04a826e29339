using Inox.JavaScript.Minification;

namespace Inox.Bundler.Linking;

/// <summary>Hands out each name once, numbering later askers: <c>a</c>, <c>a2</c>, <c>a3</c>.</summary>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly Dictionary<string, int> _next = [];

    /// <summary>Another has the name, whatever it is.</summary>
    public void Reserve(string name) => _taken.Add(name);

    public bool TryTake(string name) => !ReservedNames.Contains(name) && _taken.Add(name);

    public string Take(string wanted)
    {
        if (TryTake(wanted)) return wanted;
        int number = _next.GetValueOrDefault(wanted, 2);
        while (!_taken.Add(wanted + number)) number++;
        _next[wanted] = number + 1;
        return wanted + number;
    }
}
