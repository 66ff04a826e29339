using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Runtime;

/// <summary>
/// Which functions of the <see cref="RuntimeLibrary"/> the passes made one file call. A pass asks for a reference and calls it;
/// <see cref="AddRuntime"/> then brings the functions into the file, under another name where the file has one of its own.
/// </summary>
internal sealed class RuntimeCalls
{
    private readonly SortedDictionary<string, List<IdentifierReference>> _uses = new(StringComparer.Ordinal);

    public bool IsEmpty => _uses.Count == 0;

    public IEnumerable<string> Names => _uses.Keys;

    /// <summary>A reference to the function of that name, which <c>runtime.js</c> must export.</summary>
    public IdentifierReference Use(TextSpan span, string name)
    {
        // no name until it is known which are free
        IdentifierReference reference = new(span, "#" + name);
        if (!_uses.TryGetValue(name, out List<IdentifierReference>? uses)) _uses.Add(name, uses = []);
        uses.Add(reference);
        return reference;
    }

    public CallExpression Call(TextSpan span, string name, params Expression[] arguments) => Make.Call(span, Use(span, name), arguments);

    /// <summary>Whether a pass before made that call of the function; not so once <see cref="AddRuntime"/> has named it.</summary>
    public bool IsCall(Expression expression, string name) =>
        expression is CallExpression { Callee: IdentifierReference callee } && callee.Name is ['#', ..] && callee.Name.AsSpan(1).SequenceEqual(name);

    public void Rename(string name, string local)
    {
        foreach (IdentifierReference use in _uses[name]) use.Name = local;
    }
}
