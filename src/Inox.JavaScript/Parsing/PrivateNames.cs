using Inox.Core;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// Private names declared and used in the classes around the current place. A use may come before its declaration and may mean a class
/// further out, so uses wait until their class ends and then go to the class around it.
/// </summary>
internal sealed class PrivateNames(ParseErrorLog errors)
{
    private readonly List<Declared> _declared = [];
    private readonly List<(string Name, TextSpan Span)> _uses = [];
    private int _classStart;
    private int _depth;

    public int Save() => _uses.Count;

    public void Restore(int uses) => _uses.RemoveRange(uses, _uses.Count - uses);

    public (int ClassStart, int Uses) EnterClass()
    {
        (int, int) outer = (_classStart, _uses.Count);
        _classStart = _declared.Count;
        _depth++;
        return outer;
    }

    public void LeaveClass((int ClassStart, int Uses) outer)
    {
        _depth--;
        int kept = outer.Uses;
        for (int i = outer.Uses; i < _uses.Count; i++)
        {
            if (Find(_uses[i].Name) >= 0) continue;
            if (_depth == 0) errors.AddEarly(ParseErrors.UndeclaredPrivate, _uses[i].Span, _uses[i].Name);
            else _uses[kept++] = _uses[i];
        }
        _uses.RemoveRange(kept, _uses.Count - kept);
        _declared.RemoveRange(_classStart, _declared.Count - _classStart);
        _classStart = outer.ClassStart;
    }

    public void Use(string name, TextSpan span)
    {
        if (_depth == 0) errors.AddEarly(ParseErrors.UndeclaredPrivate, span, name);
        else _uses.Add((name, span));
    }

    // A getter and a setter may share a name when both are static or neither is.
    public void Declare(string name, PrivateRole role, bool isStatic, TextSpan span)
    {
        int index = Find(name);
        if (index < 0)
        {
            _declared.Add(new(name, role, isStatic));
            return;
        }
        Declared other = _declared[index];
        bool isPair = other.IsStatic == isStatic && (role, other.Role) is (PrivateRole.Getter, PrivateRole.Setter) or (PrivateRole.Setter, PrivateRole.Getter);
        if (isPair) _declared[index] = other with { Role = PrivateRole.Other };
        else errors.AddEarly(ParseErrors.DuplicatePrivate, span, name);
    }

    private int Find(string name)
    {
        for (int i = _classStart; i < _declared.Count; i++) if (_declared[i].Name == name) return i;
        return -1;
    }

    private readonly record struct Declared(string Name, PrivateRole Role, bool IsStatic);
}

internal enum PrivateRole : byte { Other, Getter, Setter }
