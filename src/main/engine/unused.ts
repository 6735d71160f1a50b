/** Stands in the built panel for the parts of dockerode's dependencies that the panel never calls. */
export default {}
