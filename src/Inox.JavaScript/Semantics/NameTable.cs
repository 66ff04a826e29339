namespace Inox.JavaScript.Semantics;

/// <summary>Gives each distinct name of a file a small number.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _ids = [];

    public int Count => _ids.Count;

    public int GetId(string name)
    {
        ref int id = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_ids, name, out bool known);
        if (!known) id = _ids.Count - 1;
        return id;
    }
}
