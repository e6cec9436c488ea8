using Dateline.Text.Models;
using Dateline.Text;

namespace Dateline.Training.Perceptron;

/// <summary>The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
internal enum Move : byte
{
    /// <summary>The next word goes on the stack.</summary>
    Shift,

    /// <summary>The next word governs the top of the stack, which leaves it.</summary>
    Left,

    /// <summary>The second word of the stack governs the top, which leaves it.</summary>
    Right,
}
