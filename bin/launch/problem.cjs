/** Something that the person at the terminal can mend; its message says how. */
class Problem extends Error {
  name = 'Problem';
}

module.exports = { Problem };
